/**
 * What is said to a person before it is known in which language: codes, and what they speak of. Whoever looks says it, by
 * {@link org.bankfeed.words.Sentence#in}.
 */
@Export
@Version("1.2.0")
@NullMarked
package org.bankfeed.words;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
