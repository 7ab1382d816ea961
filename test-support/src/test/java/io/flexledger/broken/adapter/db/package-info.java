@NullMarked
package io.flexledger.broken.adapter.db;

import org.jspecify.annotations.NullMarked;
