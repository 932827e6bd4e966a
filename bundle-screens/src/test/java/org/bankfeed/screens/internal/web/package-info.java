@NullMarked
package org.bankfeed.screens.internal.web;

import org.jspecify.annotations.NullMarked;
