/**
 * What the broker's Flex Web Service decides, without HTTP: {@link io.flexledger.testing.flex.service.FlexService} checks
 * a request and keeps the references, {@link io.flexledger.testing.flex.service.RequestLog} measures how often a token
 * asks, {@link io.flexledger.testing.flex.service.StatusXml} spells the small answers.
 */
@NullMarked
package io.flexledger.testing.flex.service;

import org.jspecify.annotations.NullMarked;
