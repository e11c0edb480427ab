# Writes discriminants.csv and wilks.csv with R's MASS: Rscript discriminants.R (in this folder, after clusters.R, which
# writes iris.csv). The labels are the three species, fifty rows each, in order.
suppressMessages(library(MASS))
x <- as.matrix(read.csv("iris.csv"))
labels <- factor(rep(c("a", "b", "c"), each = 50))
priors <- list(equal = rep(1 / 3, 3), unequal = c(0.2, 0.3, 0.5))

rows <- NULL
put <- function(case, prior, p) for (i in seq(1, 150, by = 7))
  rows <<- rbind(rows, c(case, prior, i - 1, format(p[i, ], digits = 17, scientific = TRUE)))
for (prior in names(priors)) {
  all <- lda(x, labels, prior = priors[[prior]])
  put("all", prior, predict(all, x)$posterior)
  put("left-out", prior, lda(x, labels, prior = priors[[prior]], CV = TRUE)$posterior)
  # A column that is not known of a row is left out of its density, so that it is as if there were no such column.
  put("without-3", prior, predict(lda(x[, -3], labels, prior = priors[[prior]]), x[, -3])$posterior)
}
write.table(rows, "discriminants.csv", sep = ",", quote = FALSE, row.names = FALSE,
  col.names = c("case", "prior", "row", "a", "b", "c"))

wilks <- function(columns) summary(manova(x[, columns] ~ labels), test = "Wilks")$stats[1, "Wilks"]
sets <- list(c(1, 2), c(1, 3), c(1, 4), c(2, 3), c(2, 4), c(3, 4), c(1, 2, 3), c(1, 2, 4), c(1, 3, 4), c(2, 3, 4), 1:4)
write.table(cbind(sapply(sets, function(s) paste(s - 1, collapse = " ")), sapply(sets, function(s)
  format(wilks(s), digits = 17, scientific = TRUE))), "wilks.csv", sep = ",", quote = FALSE, row.names = FALSE,
  col.names = c("columns", "lambda"))
