@NullMarked
package io.flexledger.cli.doctor;

import org.jspecify.annotations.NullMarked;
