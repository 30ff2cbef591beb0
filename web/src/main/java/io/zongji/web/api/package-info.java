/** What programs ask: JSON over HTTP below {@code /api}, each as far as its rights go. */
package io.zongji.web.api;
