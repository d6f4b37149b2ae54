package io.github.pycmaven.vm.module.hash;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** A digest that every JDK has. */
final class PlatformDigest implements Digest {
  private final String name;
  private MessageDigest digest;

  PlatformDigest(String name) {
    this.name = name;
  }

  private MessageDigest started() {
    if (digest == null) {
      try {
        digest = MessageDigest.getInstance(name);
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException(e);
      }
    }
    return digest;
  }

  private MessageDigest cloned() {
    try {
      return (MessageDigest) started().clone();
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void update(byte[] b) {
    started().update(b);
  }

  @Override
  public byte[] digest(int length) {
    return cloned().digest();
  }

  @Override
  public Digest copy() {
    PlatformDigest d = new PlatformDigest(name);
    if (digest != null) {
      d.digest = cloned();
    }
    return d;
  }
}
