/**
 * The ways by which a person is told: the log, mail, and a webhook. What fails is said without addresses or secrets.
 */
@NullMarked
package io.flexledger.report.adapter.channel;

import org.jspecify.annotations.NullMarked;
