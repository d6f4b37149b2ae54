package io.github.pycmaven.maven;

import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;

/** The virtual machine with its library: an artifact of this plugin's own version. */
final class RuntimeJar {
  private RuntimeJar() {}

  /** Where it lies in the local repository; fetched if it is not there. */
  static Path resolve(
      PluginDescriptor plugin,
      RepositorySystem system,
      RepositorySystemSession session,
      List<RemoteRepository> repositories)
      throws MojoExecutionException {
    DefaultArtifact artifact =
        new DefaultArtifact(
            plugin.getGroupId(), plugin.getArtifactId(), "runtime", "jar", plugin.getVersion());
    try {
      return system
          .resolveArtifact(session, new ArtifactRequest(artifact, repositories, null))
          .getArtifact()
          .getFile()
          .toPath();
    } catch (ArtifactResolutionException e) {
      throw new MojoExecutionException(
          "the runtime " + artifact + " cannot be found; it belongs to this plugin's version", e);
    }
  }
}
