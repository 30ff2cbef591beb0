/**
 * Extensions of JAIN SLEE that another container offers and many services use. Declared here by name and signature only, so
 * that services compiled for it link; a service that uses them is not portable by JSR 240.
 */
package org.mobicents.slee;
