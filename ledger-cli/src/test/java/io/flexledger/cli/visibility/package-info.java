@NullMarked
package io.flexledger.cli.visibility;

import org.jspecify.annotations.NullMarked;
