@NullMarked
package io.flexledger.cli.client;

import org.jspecify.annotations.NullMarked;
