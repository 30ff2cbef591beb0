/** The service: a root SBB for each connection and a child SBB for each egg. */
package io.zongji.example.egg;
