/**
 * What a call centre knows and decides, without any input or output: plain deterministic classes that take the time as an
 * argument. This package holds the identifiers that all others speak in.
 */
package io.zongji.domain;
