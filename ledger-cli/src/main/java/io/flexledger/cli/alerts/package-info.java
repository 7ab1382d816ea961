/** Alerts of the report service, found by the beginning of their id and written for a person or a program. */
@NullMarked
package io.flexledger.cli.alerts;

import org.jspecify.annotations.NullMarked;
