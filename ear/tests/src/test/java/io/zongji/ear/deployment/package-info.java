/** Deployment at run time: the worked example comes, is exchanged and goes while calls are up. */
package io.zongji.ear.deployment;
