@NullMarked
package io.flexledger.sound.adapter.db;

import org.jspecify.annotations.NullMarked;
