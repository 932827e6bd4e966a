/** Ponto Connect on loopback: for programs that want to talk to Ponto and for the tests of those that do. */
@Export
@Version("1.0.0")
@NullMarked
package org.bankfeed.simulator;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
