package io.flexledger.ingestor.fetch;

import java.util.List;
import java.util.stream.Collectors;

/** Settings with which the service cannot start; the message lists all that is wrong. */
public final class InvalidSettingsException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient List<SettingFault> faults;

    public InvalidSettingsException(List<SettingFault> faults) {
        super(faults.stream()
                .map(fault -> "\n  " + fault)
                .collect(Collectors.joining("", "Settings are missing or cannot be used:", "")));
        this.faults = List.copyOf(faults);
    }

    public List<SettingFault> faults() {
        return faults;
    }
}
