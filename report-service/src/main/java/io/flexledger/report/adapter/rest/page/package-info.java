/**
 * Pages, rendered on the server from the same structures the API answers with. Scripts draw the chart and listen to the
 * keyboard; without them every figure is still there.
 */
@NullMarked
package io.flexledger.report.adapter.rest.page;

import org.jspecify.annotations.NullMarked;
