/**
 * How the broker's Flex service writes: its answers and error codes, and its many shapes of dates. Pure; the client
 * that asks the service is an adapter. White space around and inside the texts of an answer means nothing.
 */
@NullMarked
@XmlJavaTypeAdapter(type = String.class, value = CollapsedStringAdapter.class)
package io.flexledger.ingestor.flex;

import jakarta.xml.bind.annotation.adapters.CollapsedStringAdapter;
import jakarta.xml.bind.annotation.adapters.XmlJavaTypeAdapter;
import org.jspecify.annotations.NullMarked;
