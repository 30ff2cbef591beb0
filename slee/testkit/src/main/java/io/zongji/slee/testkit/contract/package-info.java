/** The rules of a SLEE as JUnit interfaces: every way of running ours implements them all with one short class. */
package io.zongji.slee.testkit.contract;
