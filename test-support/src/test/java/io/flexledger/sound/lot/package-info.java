@NullMarked
package io.flexledger.sound.lot;

import org.jspecify.annotations.NullMarked;
