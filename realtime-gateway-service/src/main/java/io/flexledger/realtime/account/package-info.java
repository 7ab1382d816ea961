/**
 * What an account is worth while the day runs. {@link io.flexledger.realtime.account.AccountImage} remembers what the
 * gateway said of one account, {@link io.flexledger.realtime.account.LiveValue} makes a net asset value of it. Nothing
 * here is kept: the gateway tells the whole image again at every start.
 */
@NullMarked
package io.flexledger.realtime.account;

import org.jspecify.annotations.NullMarked;
