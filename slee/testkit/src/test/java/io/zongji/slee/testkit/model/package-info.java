/** A simple model of activities, entities and attachments, and random histories that SLEE and model must agree on. */
package io.zongji.slee.testkit.model;
