package io.flexledger.report.alert;

import io.flexledger.contracts.alert.Alert.Kind;
import java.util.List;
import java.util.Set;

/** One reason to tell somebody. */
interface Rule {

    /** What its findings are of. */
    Set<Kind> kinds();

    /** Whether what it needs could be read; else it says nothing, neither that something is so nor that it is over. */
    default boolean canLook(Known known) {
        return true;
    }

    List<Finding> findings(Known known, Limits limits);
}
