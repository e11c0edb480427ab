# Writes the reference numbers of the evidence for k: Rscript evidence.R (after clusters.R, which writes iris.csv).
# R with the packages cluster and fpc. Searches by kmeans() use Hartigan-Wong with 500 starts.
library(cluster)
suppressMessages(library(fpc))
number <- function(x) formatC(x, digits = 15, format = "g", width = 1)

# Answers on a five-point scale by 120 respondents of three kinds to ten statements, 15 of them answering as another did:
# whole numbers, many equal distances, and rows that are the same.
set.seed(20)
kinds <- matrix(sample(c(-.9, 0, .9), 30, replace = TRUE), 3)
latent <- kinds[rep(1:3, length.out = 105), ] + matrix(rnorm(1050, 0, .8), 105)
likert <- matrix(pmin(5, pmax(1, round(3 + latent))), 105)
likert <- rbind(likert, likert[sample(105, 15), ])
colnames(likert) <- paste0("q", 1:10)
write.csv(likert, "likert.csv", row.names = FALSE, quote = FALSE)

# Every criterion of one division for each k; the labels tell which division, whatever another search finds.
rows <- c()
for (k in 2:6) {
  set.seed(1)
  fit <- kmeans(likert, k, nstart = 500, iter.max = 100)
  sil <- silhouette(fit$cluster, dist(likert))
  rows <- c(rows, paste(k, number(fit$tot.withinss), number(mean(sil[, "sil_width"])),
    number(calinhara(likert, fit$cluster, k)), number(sil[1, "sil_width"]), number(min(sil[, "sil_width"])),
    paste(sort(fit$size, decreasing = TRUE), collapse = " "), paste(fit$cluster, collapse = " "), sep = ","))
}
writeLines(c("k,sse,silhouette,calinski_harabasz,first_width,least_width,sizes,labels", rows), "likert-clusters.csv")

# Silhouettes from dissimilarities alone: city blocks between the same respondents, in four groups by their numbers, one
# of which has a single member; every width and every neighbour.
groups <- c(4, rep(1:3, length.out = 119))
sil <- silhouette(groups, dist(likert, "manhattan"))
writeLines(c("group,neighbour,width", apply(sil, 1, function(r) paste(r[1], r[2], number(r[3]), sep = ","))),
  "likert-silhouettes.csv")

# Prediction strength by halves, nearest centroid: the mean over 200 halvings, and its standard error.
rows <- c()
for (name in c("iris", "likert")) {
  x <- as.matrix(read.csv(paste0(name, ".csv")))
  set.seed(5)
  found <- prediction.strength(x, Gmin = 2, Gmax = 6, M = 200, clustermethod = kmeansCBI, runs = 20)
  for (k in 2:6) {
    halvings <- found$predcorr[[k]]
    rows <- c(rows, paste(name, k, number(mean(halvings)), number(sd(halvings) / sqrt(200)), sep = ","))
  }
}
writeLines(c("data,k,mean,standard_error", rows), "prediction-strength.csv")
