/**
 * The running stack as the waiting in {@link io.flexledger.contracts.progress} asks for it: progress over HTTP, ends of
 * topics from the broker, and the clock on the wall.
 */
@NullMarked
package io.flexledger.cli.visibility;

import org.jspecify.annotations.NullMarked;
