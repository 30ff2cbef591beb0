/**
 * From an archive to installed components: find and read a deployable unit, check all of it against the rules of JAIN
 * SLEE 1.1, and keep what is installed. A unit goes in whole or not at all.
 */
package io.zongji.slee.container.deploy;
