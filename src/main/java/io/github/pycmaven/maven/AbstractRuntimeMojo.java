package io.github.pycmaven.maven;

import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.plugins.annotations.Component;
import org.apache.maven.plugins.annotations.Parameter;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;

/** What goals have in common that need the virtual machine with its library. */
abstract class AbstractRuntimeMojo extends AbstractPycMojo {
  @Parameter(defaultValue = "${plugin}", readonly = true)
  private PluginDescriptor plugin;

  @Parameter(defaultValue = "${repositorySystemSession}", readonly = true)
  private RepositorySystemSession session;

  @Parameter(defaultValue = "${project.remotePluginRepositories}", readonly = true)
  private List<RemoteRepository> repositories;

  @Component private RepositorySystem repositorySystem;

  /** The runtime, an artifact of this plugin's own version; fetched if it is not there. */
  final Path runtimeJar() throws MojoExecutionException {
    DefaultArtifact artifact =
        new DefaultArtifact(
            plugin.getGroupId(), plugin.getArtifactId(), "runtime", "jar", plugin.getVersion());
    try {
      return repositorySystem
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
