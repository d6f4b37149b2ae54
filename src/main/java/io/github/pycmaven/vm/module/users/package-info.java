/** The modules {@code pwd} and {@code grp}, from the files in {@code /etc}. */
package io.github.pycmaven.vm.module.users;
