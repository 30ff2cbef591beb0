/** Classes generated at installation: concrete SBBs, activity context interfaces, local objects, usage sets, ACI factories. */
package io.zongji.slee.container.codegen;
