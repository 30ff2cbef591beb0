/**
 * What an administrator does to the SLEE of the running call centre: units of others are installed, kept for the next start,
 * and taken out, services and resource adaptor entities activated, exchanged and removed.
 */
package io.zongji.server.deployment;
