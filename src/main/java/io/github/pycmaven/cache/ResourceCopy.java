package io.github.pycmaven.cache;

import io.github.pycmaven.pyc.CacheNames;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.function.Predicate;

/** Copies what lies beside sources and is none: the data files of packages. */
public final class ResourceCopy {
  private ResourceCopy() {}

  /**
   * Copies all files below a folder but sources, caches and hidden files; what is there already and
   * equal is left as it is.
   *
   * @param wanted says for a path below the folder, with slashes, whether it is wanted
   * @return how many files were copied
   */
  public static int copy(Path from, Path to, Predicate<String> wanted) throws IOException {
    int[] copied = {0};
    Files.walkFileTree(
        from,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            String name = folder.getFileName().toString();
            boolean isSkipped =
                !folder.equals(from) && (name.startsWith(".") || name.equals(CacheNames.FOLDER));
            return isSkipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            String name = file.getFileName().toString();
            boolean isResource =
                attributes.isRegularFile()
                    && !name.startsWith(".")
                    && !name.endsWith(".py")
                    && !name.endsWith(".pyc");
            String relative = from.relativize(file).toString();
            if (isResource && wanted.test(relative.replace('\\', '/'))) {
              copied[0] += copyIfOther(file, to.resolve(relative)) ? 1 : 0;
            }
            return FileVisitResult.CONTINUE;
          }
        });
    return copied[0];
  }

  private static boolean copyIfOther(Path file, Path to) throws IOException {
    if (Files.isRegularFile(to)
        && Files.size(to) == Files.size(file)
        && Arrays.equals(Files.readAllBytes(to), Files.readAllBytes(file))) {
      return false;
    }
    Files.createDirectories(to.getParent());
    Files.copy(file, to, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
    return true;
  }
}
