/** The services that keep the broker's rows and statements, asked only when a figure is traced. */
@NullMarked
package io.flexledger.report.adapter.upstream;

import org.jspecify.annotations.NullMarked;
