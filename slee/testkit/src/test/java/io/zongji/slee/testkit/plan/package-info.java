/** A dialling plan as a profile specification, and an SBB that reads it. */
package io.zongji.slee.testkit.plan;
