/**
 * How a service is, for people and for monitors that know nothing of Quarkus. Each thing a service needs is a
 * {@link io.flexledger.web.health.ComponentHealth} bean; database and broker are here, the rest with who talks to it.
 * The probes of an orchestrator are not here: they stay under {@code /q/health}.
 */
@NullMarked
package io.flexledger.web.health;

import org.jspecify.annotations.NullMarked;
