/** How far this service has read, by the broker's word. */
@NullMarked
package io.flexledger.report.adapter.broker;

import org.jspecify.annotations.NullMarked;
