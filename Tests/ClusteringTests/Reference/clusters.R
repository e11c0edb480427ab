# Writes the data and the reference numbers of the clustering tests: Rscript clusters.R
# R with the packages cluster, datasets and stats. Searches by kmeans() use Hartigan-Wong with 500 starts.
library(cluster)
number <- function(x) formatC(x, digits = 15, format = "g")

calinski <- function(x, clus, k) {
  total <- sum(scale(x, scale = FALSE)^2)
  within <- sum(sapply(split(as.data.frame(x), clus), function(p) sum(scale(p, scale = FALSE)^2)))
  ((total - within) / (k - 1)) / (within / (nrow(x) - k))
}

write.csv(iris[1:4], "iris.csv", row.names = FALSE, quote = FALSE)
z <- scale(USArrests)
write.table(format(z, digits = 17, trim = TRUE), "usarrests-z.csv", sep = ",", row.names = FALSE, quote = FALSE)

rows <- c()
for (name in c("iris", "usarrests-z")) {
  x <- as.matrix(read.csv(paste0(name, ".csv")))
  for (k in 2:6) {
    set.seed(1)
    fit <- kmeans(x, k, nstart = 500, iter.max = 100)
    sil <- mean(silhouette(fit$cluster, dist(x))[, "sil_width"])
    rows <- c(rows, paste(name, k, number(fit$tot.withinss), number(sil), number(calinski(x, fit$cluster, k)),
      paste(sort(fit$size, decreasing = TRUE), collapse = " "), sep = ","))
  }
}
writeLines(c("data,k,sse,silhouette,calinski_harabasz,sizes", rows), "clusters.csv")

# The gap statistic: logW is free of chance once the best division is found; the rest depends on the draws.
x <- as.matrix(iris[1:4])
set.seed(2)
gap <- clusGap(x, kmeans, K.max = 8, B = 500, nstart = 50, iter.max = 100, d.power = 1, spaceH0 = "scaledPCA", verbose = FALSE)
writeLines(c("k,logw,expected,gap,se", apply(cbind(1:8, gap$Tab), 1, function(r) paste(number(r), collapse = ","))), "gap-iris.csv")

# The rules that pick k from a gap curve, on curves chosen to set them apart.
curves <- list(c(1, 2, 3, 2, 4), c(1, 1.5, 1.6, 1.7, 1.2), c(3, 2, 1), c(1, 2, 3), c(.5, .9, .95, .94, 1.4))
rows <- c()
for (f in curves) for (se in c(.05, .3)) {
  s <- rep(se, length(f))
  rows <- c(rows, paste(paste(f, collapse = " "), se, maxSE(f, s, "firstSEmax", 1), maxSE(f, s, "Tibs2001SEmax", 1),
    maxSE(f, s, "globalmax", 1), sep = ","))
}
writeLines(c("gap,se,first_se_max,tibs_2001_se_max,global_max", rows), "max-se.csv")

# The same rules on curves at random, with standard errors that differ by k, ties, and a single value among them.
set.seed(4)
rows <- c()
for (i in 1:240) {
  n <- sample(1:10, 1)
  f <- round(cumsum(rnorm(n, .05, .3)), sample(1:3, 1))
  s <- round(abs(rnorm(n, 0, .2)), 3)
  rows <- c(rows, paste(paste(f, collapse = " "), paste(s, collapse = " "), maxSE(f, s, "firstSEmax", 1),
    maxSE(f, s, "Tibs2001SEmax", 1), maxSE(f, s, "globalmax", 1), sep = ","))
}
writeLines(c("gap,se,first_se_max,tibs_2001_se_max,global_max", rows), "max-se-random.csv")

# The boxes that clusGap draws from: the ranges of the centred columns, and of the scores along the principal axes. The
# latter are widths, because an axis may point either way; sorted, because it may stand anywhere.
box <- function(name) {
  x <- scale(as.matrix(read.csv(paste0(name, ".csv"))), center = TRUE, scale = FALSE)
  along <- apply(x %*% svd(x, nu = 0)$v, 2, function(v) diff(range(v)))
  c(paste(name, "components", paste(number(sort(along)), collapse = " "), sep = ","),
    paste(name, "original", paste(number(sort(apply(x, 2, function(v) diff(range(v))))), collapse = " "), sep = ","))
}
writeLines(c("data,box,widths", box("iris"), box("usarrests-z")), "gap-boxes.csv")

# The gap with the other box.
x <- as.matrix(read.csv("iris.csv"))
set.seed(3)
gap <- clusGap(x, kmeans, K.max = 8, B = 500, nstart = 50, iter.max = 100, d.power = 1, spaceH0 = "original", verbose = FALSE)
writeLines(c("k,logw,expected,gap,se", apply(cbind(1:8, gap$Tab), 1, function(r) paste(number(r), collapse = ","))),
  "gap-iris-original.csv")
