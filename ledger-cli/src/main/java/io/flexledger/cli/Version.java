package io.flexledger.cli;

import picocli.CommandLine.IVersionProvider;

/** As the manifest of the jar says. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        String version = Version.class.getPackage().getImplementationVersion();
        return new String[] {
            "flexledger " + (version == null ? "(not packaged)" : version),
            "java " + Runtime.version() + ", " + System.getProperty("os.name")
        };
    }
}
