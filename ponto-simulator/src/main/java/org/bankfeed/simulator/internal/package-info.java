/** The simulator as a program and as a component; nothing here is for other bundles. */
@NullMarked
package org.bankfeed.simulator.internal;

import org.jspecify.annotations.NullMarked;
