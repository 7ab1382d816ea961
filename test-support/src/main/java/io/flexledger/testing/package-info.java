/**
 * What tests of several modules share. {@link io.flexledger.testing.HouseRules} are the architecture rules every
 * service runs; {@link io.flexledger.testing.Golden} compares with approved files;
 * {@link io.flexledger.testing.Settings} reads a configuration interface without a container;
 * {@link io.flexledger.testing.StackResource} gives a service a real broker and a real database.
 *
 * <p>Test scope only: nothing here is part of a running system.
 */
@NullMarked
package io.flexledger.testing;

import org.jspecify.annotations.NullMarked;
