/**
 * From rows to facts, one class per family of sections. {@link io.flexledger.mapper.ibkr.section.Sections} is the
 * register: which rows are mapped by what, and which are evidence. {@link io.flexledger.mapper.ibkr.section.Cells} reads
 * a row's columns, {@link io.flexledger.mapper.ibkr.section.Statement} holds what the rows of one statement share.
 * Corporate actions, transfers and dividend accruals are deliberately absent: no event exists for them yet, so their
 * rows are kept and counted as unmapped.
 */
@NullMarked
package io.flexledger.mapper.ibkr.section;

import org.jspecify.annotations.NullMarked;
