/** What can be wrong with the machine, looked for before anything fails. */
@NullMarked
package io.flexledger.cli.doctor;

import org.jspecify.annotations.NullMarked;
