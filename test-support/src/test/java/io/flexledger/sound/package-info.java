@NullMarked
package io.flexledger.sound;

import org.jspecify.annotations.NullMarked;
