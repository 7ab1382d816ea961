package io.flexledger.report.story;

import java.time.Duration;

/**
 * What of a story is a matter of taste.
 *
 * @param window         longest pause between two fills of one group
 * @param sameUnderlying whether a group holds one underlying only
 */
public record StoryRules(RuleSet ruleSet, Duration window, boolean sameUnderlying) {}
