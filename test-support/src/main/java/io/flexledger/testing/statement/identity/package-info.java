/**
 * What must hold inside any activity statement, the broker's own or a generated one, and a checker that says where it does
 * not. {@link io.flexledger.testing.statement.identity.Identity} lists the relations;
 * {@link io.flexledger.testing.statement.identity.StatementIdentities} checks them.
 *
 * <p>A relation is checked where its columns were selected, and passed over where they were not.
 */
@NullMarked
package io.flexledger.testing.statement.identity;

import org.jspecify.annotations.NullMarked;
