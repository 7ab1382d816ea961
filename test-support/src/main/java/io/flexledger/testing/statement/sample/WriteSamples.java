package io.flexledger.testing.statement.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Writes the sample files into the directory given as the only argument. */
public final class WriteSamples {

    private WriteSamples() {}

    public static void main(String[] arguments) throws IOException {
        Path directory = Path.of(arguments.length == 1 ? arguments[0] : "samples");
        for (Map.Entry<String, byte[]> file : Samples.files().entrySet()) {
            Path written = Files.write(directory.resolve(file.getKey()), file.getValue());
            System.out.println(written + ": " + file.getValue().length + " bytes");
        }
    }
}
