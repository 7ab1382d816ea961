/**
 * Where the simulator's reports come from: {@link io.flexledger.testing.flex.report.GeneratedReports} invents one account
 * and tells any of its days the same way each time, {@link io.flexledger.testing.flex.report.FolderReports} hands out
 * files.
 */
@NullMarked
package io.flexledger.testing.flex.report;

import org.jspecify.annotations.NullMarked;
